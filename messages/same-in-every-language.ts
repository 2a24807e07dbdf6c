/** Texts that may be the same in every language: names, and words that are written alike. A test refuses any other. */
export const sameInEveryLanguage = ['SelfClaw', 'API', 'Menu', 'Tokens', 'Premium', 'Hindi', 'Jabari', 'OpenAPI'] as const;
