// Lets Microsoft's renderer show Markdown and mentions as Teams does.
() => {
  const markdown = new markdownit();
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdown.render(text.replace(/<at>(.*?)<\/at>/g, "**$1**"));
    result.didProcess = true;
  };
}
