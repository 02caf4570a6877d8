// Draws each card and the answer to it with Microsoft's renderer; where the button, the marks and the answer's end are.
([presses, config, width]) => {
  const stage = document.body.appendChild(document.createElement("div"));
  Object.assign(stage.style, { width: `${width}px`, position: "absolute", left: 0, top: 0, font: '14px "Segoe UI"' });
  const draw = (content) => {
    const card = new AdaptiveCards.AdaptiveCard();
    card.hostConfig = new AdaptiveCards.HostConfig(config);
    card.parse(content);
    stage.replaceChildren(card.render());
    for (const field of stage.querySelectorAll("input[type=text], textarea, select")) {
      Object.assign(field.style, { boxSizing: "border-box", inlineSize: "100%" });
    }
    return card;
  };
  const span = (element) => {
    const box = element.getBoundingClientRect(), above = stage.getBoundingClientRect().top;
    return [box.top - above, box.bottom - above];
  };
  const where = presses.map(({ before, title, number, after, marks }) => {
    draw(before);
    const titled = [...stage.querySelectorAll("button")].filter((each) => each.textContent.trim() === title);
    const button = span(titled[number]);
    const answer = draw(after);
    const seen = marks.map((id) => span(answer.getElementById(id).renderedElement));
    return { button, marks: seen, height: stage.getBoundingClientRect().height };
  });
  return JSON.stringify(where);
}
