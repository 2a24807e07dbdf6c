/** Agents a person may have; partners may make as many for one wallet until it adopts them. Apart from the schema, so that a page need not load it. */
export const AGENT_LIMIT = 3;
