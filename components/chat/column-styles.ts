/** The column in which a conversation stands: the measure of its text and the room beside it. */
export const columnStyles = 'mx-auto w-full max-w-[calc(var(--container-reading)+3rem)] px-4 text-reading sm:px-6';
