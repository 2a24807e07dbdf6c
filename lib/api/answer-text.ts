declare const answer: unique symbol;

/**
 * An answer on its way from the server that draws a page to the browser that takes it over. As text it costs the start of the page one
 * `JSON.parse`; as an object React would revive it value by value.
 */
export type AnswerText<Answer> = string & { readonly [answer]: Answer };

export function writeAnswer<Answer>(value: Answer): AnswerText<Answer> {
  return JSON.stringify(value) as AnswerText<Answer>;
}

export function readAnswer<Answer>(text: AnswerText<Answer>): Answer {
  return JSON.parse(text) as Answer;
}
