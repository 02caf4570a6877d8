"""Who is reached by neither a chat nor a mention in the channel, and who is reminded by the secretariat itself."""
