/** Keys of one owner that are neither revoked nor expired. Far more than anybody needs, and few enough to look through. */
export const API_KEY_LIMIT = 25;
