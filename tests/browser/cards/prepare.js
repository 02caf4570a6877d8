// Lets Microsoft's renderer show Markdown, mentions and bare addresses as Teams does.
() => {
  const markdown = new markdownit({ linkify: true });
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdown.render(text.replace(/<at>(.*?)<\/at>/g, "**$1**"));
    result.didProcess = true;
  };
}
