// Draws each card with Microsoft's renderer; returns what it complains of.
([cards, config]) => {
  const problems = [];
  cards.forEach((card, number) => {
    const drawn = new AdaptiveCards.AdaptiveCard();
    const context = new AdaptiveCards.SerializationContext();
    drawn.hostConfig = new AdaptiveCards.HostConfig(config);
    drawn.parse(card, context);
    const said = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message);
    const refused = drawn.validateProperties().validationEvents.map((event) => event.message);
    problems.push(...[...said, ...refused].map((message) => `${number}: ${message}`));
    document.getElementById(`theirs-${number}`).append(drawn.render());
  });
  return problems;
}
