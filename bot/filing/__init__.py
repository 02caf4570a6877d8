"""What the commands about filing do: each as one function that yields the lines to print."""
