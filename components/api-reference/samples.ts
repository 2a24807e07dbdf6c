import type { Operation, Schemas } from './document';
import { exampleBody, exampleOf } from './example';

export const sampleLanguages = ['curl', 'javascript', 'python'] as const;

export type SampleLanguage = (typeof sampleLanguages)[number];

/** A field of a form: a text, or a file of that name. */
type FormField = { name: string; file: string } | { name: string; text: string };

type Call = {
  method: string;
  url: string;
  headers: [name: string, value: string][];
  body: unknown;
  form: FormField[] | undefined;
  streams: boolean;
  credentials: Operation['callers'];
};

/** Stands for the key in every sample: none ever holds a real one. */
const KEY_VARIABLE = 'SELFCLAW_API_KEY';

/** The path of an operation with an example in the place of each parameter, and the query parameters that it needs. */
export function exampleAddress({ path, parameters }: Pick<Operation, 'path' | 'parameters'>, schemas: Schemas): string {
  const valueOf = (name: string) => {
    const parameter = parameters.find((candidate) => candidate.name === name);
    return encodeURIComponent(String(parameter ? exampleOf(parameter.schema, schemas) : name));
  };
  const filled = path.replace(/\{(\w+)\}/g, (_whole, name: string) => valueOf(name));
  const needed = parameters.filter((parameter) => parameter.in === 'query' && parameter.required);
  const query = needed.map(({ name }) => `${name}=${valueOf(name)}`).join('&');
  return query ? `${filled}?${query}` : filled;
}

const inShell = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

function curl({ method, url, headers, body, form, streams, credentials }: Call): string {
  const lines = [
    `curl${streams ? ' -N' : ''}${method === 'GET' ? '' : ` -X ${method}`} ${inShell(url)}`,
    ...(credentials === 'keys' ? [`-H "Authorization: Bearer $${KEY_VARIABLE}"`] : []),
    ...(credentials === 'session' ? ['-b cookies.txt'] : []),
    ...headers.map(([name, value]) => `-H ${inShell(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : [`-d ${inShell(JSON.stringify(body, null, 2))}`]),
    ...(form ?? []).map((field) => `-F ${inShell('file' in field ? `${field.name}=@${field.file}` : `${field.name}=${field.text}`)}`),
  ];
  return lines.join(' \\\n  ');
}

const inScript = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;

const indent = (text: string, by: string) => text.replaceAll('\n', `\n${by}`);

function javascript({ method, url, headers, body, form, streams, credentials }: Call): string {
  const named = headers.map(([name, value]) => `${inScript(name)}: ${inScript(value)}`);
  if (credentials === 'keys') named.unshift(`Authorization: \`Bearer \${process.env.${KEY_VARIABLE}}\``);
  const options = [
    ...(method === 'GET' ? [] : [`method: '${method}'`]),
    ...(credentials === 'session' ? [`credentials: 'same-origin'`] : []),
    ...(named.length > 0 ? [`headers: {\n    ${named.join(',\n    ')},\n  }`] : []),
    ...(body === undefined ? [] : [`body: JSON.stringify(${indent(JSON.stringify(body, null, 2), '  ')})`]),
    ...(form ? ['body: form'] : []),
  ];
  const call = options.length > 0 ? `fetch(${inScript(url)}, {\n  ${options.join(',\n  ')},\n})` : `fetch(${inScript(url)})`;
  const reading = streams
    ? `for await (const part of response.body.pipeThrough(new TextDecoderStream())) {\n  process.stdout.write(part);\n}`
    : 'console.log(response.status, await response.text());';
  const made = (form ?? []).map((field) =>
    'file' in field
      ? `form.append(${inScript(field.name)}, await fs.openAsBlob(${inScript(field.file)}), ${inScript(field.file)});`
      : `form.append(${inScript(field.name)}, ${inScript(field.text)});`,
  );
  const opening = form ? `import fs from 'node:fs';\n\nconst form = new FormData();\n${made.join('\n')}\n` : '';
  return `${opening}const response = await ${call};\n${reading}`;
}

/** A JSON value as Python writes it. */
export function pythonLiteral(value: unknown, margin = ''): string {
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value !== 'object') return JSON.stringify(value);
  const inner = `${margin}    `;
  const entries = Array.isArray(value)
    ? value.map((item) => pythonLiteral(item, inner))
    : Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}: ${pythonLiteral(item, inner)}`);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return entries.length === 0 ? open + close : `${open}\n${entries.map((entry) => `${inner}${entry},\n`).join('')}${margin}${close}`;
}

function python({ method, url, headers, body, form = [], streams, credentials }: Call): string {
  // The library sets the content type of `json` by itself.
  const named = headers
    .filter(([name]) => name !== 'Content-Type')
    .map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  if (credentials === 'keys') named.unshift(`"Authorization": f"Bearer {os.environ['${KEY_VARIABLE}']}"`);
  const fields = [
    JSON.stringify(url),
    ...(named.length > 0 ? [`headers={${named.join(', ')}}`] : []),
    ...(body === undefined ? [] : [`json=${pythonLiteral(body, '    ')}`]),
    ...form.map((field) =>
      'file' in field
        ? `files={${JSON.stringify(field.name)}: open(${JSON.stringify(field.file)}, "rb")}`
        : `data={${JSON.stringify(field.name)}: ${JSON.stringify(field.text)}}`,
    ),
    ...(streams ? ['stream=True'] : []),
  ];
  const imports = credentials === 'keys' ? 'import os\n\nimport requests' : 'import requests';
  const session = credentials === 'session';
  const opening = session ? 'session = requests.Session()  # has signed in before\n' : '';
  const call = `${opening}response = ${session ? 'session' : 'requests'}.${method.toLowerCase()}(\n    ${fields.join(',\n    ')},\n)`;
  const reading = streams
    ? 'for line in response.iter_lines(decode_unicode=True):\n    print(line)'
    : 'print(response.status_code, response.text)';
  return `${imports}\n\n${call}\n${reading}`;
}

/** The fields that the example of a form gives, and its file. */
function formFields({ schema, example }: NonNullable<Operation['form']>): FormField[] {
  const texts = Object.entries((example ?? {}) as Record<string, unknown>).map(([name, text]) => ({ name, text: String(text) }));
  const files = Object.entries(schema.properties ?? {}).filter(([, field]) => field.format === 'binary');
  return [...files.map(([name]) => ({ name, file: 'notes.md' })), ...texts];
}

/** How to call an operation, in each language. */
export function codeSamples(operation: Operation, schemas: Schemas, origin: string): Record<SampleLanguage, string> {
  const streams = operation.streams === 'always';
  const call: Call = {
    method: operation.method,
    url: origin + exampleAddress(operation, schemas),
    headers: [
      ...(streams ? ([['Accept', 'text/event-stream']] as [string, string][]) : []),
      ...(operation.body ? ([['Content-Type', 'application/json']] as [string, string][]) : []),
    ],
    body: operation.body && exampleBody(operation.body, schemas),
    form: operation.form && formFields(operation.form),
    streams,
    credentials: operation.callers,
  };
  return { curl: curl(call), javascript: javascript(call), python: python(call) };
}
