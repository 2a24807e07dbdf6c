import { Square, SquareCheck } from 'lucide-react';
import { type MarkdownToJSX, parser, RuleType } from 'markdown-to-jsx/react';
import { Fragment, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { CodeBlock } from './code-block';

type Node = MarkdownToJSX.ASTNode;
type Options = { codeIsWhole: boolean };

// Raw HTML is text. What looks like front matter is part of the reply.
const parsing = { disableParsingRawHTML: true, forceBlock: true, preserveFrontmatter: true };

const headings = ['h2', 'h3', 'h4', 'h5', 'h6', 'h6'] as const;
const headingStyles = ['text-lg', 'text-base', 'text-[0.9375rem]'];
const cellStyles = { left: 'text-start', center: 'text-center', right: 'text-end' };

function SafeLink({ href, children }: { href: string | null; children: ReactNode }) {
  if (!href || !/^(https?:|mailto:)/i.test(href)) return <span>{children}</span>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow" className="text-accent-strong underline underline-offset-3">
      {children}
    </a>
  );
}

function Table({ node, options }: { node: MarkdownToJSX.TableNode; options: Options }) {
  const t = useTranslations();
  const style = (column: number) => `px-3 py-1.5 align-top ${cellStyles[node.align[column] ?? 'left']}`;
  return (
    // A region that scrolls can be reached by keyboard.
    <div role="region" aria-label={t('chat.table')} tabIndex={0} className="overflow-x-auto rounded-md border">
      <table className="w-full border-collapse text-sm">
        <thead className="bg-raised">
          <tr>
            {node.header.map((cell, column) => (
              <th key={column} scope="col" className={`${style(column)} font-medium whitespace-nowrap`}>
                {drawNodes(cell, options)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {node.cells.map((row, index) => (
            <tr key={index} className="border-t">
              {row.map((cell, column) => (
                <td key={column} className={`${style(column)} min-w-24`}>
                  {drawNodes(cell, options)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TaskMark({ done }: { done: boolean }) {
  const t = useTranslations();
  const Mark = done ? SquareCheck : Square;
  return (
    <Mark
      role="img"
      aria-label={t(done ? 'chat.taskDone' : 'chat.taskOpen')}
      className="-ms-5.5 me-1.5 inline size-4 align-[-0.2em] text-muted-foreground"
    />
  );
}

function drawItem(item: Node[], options: Options, key: number): ReactNode {
  const isTask = item[0]?.type === RuleType.gfmTask;
  return (
    <li key={key} className={isTask ? 'list-none' : undefined}>
      {drawNodes(item, options)}
    </li>
  );
}

function drawNode(node: Node, options: Options): ReactNode {
  switch (node.type) {
    case RuleType.text:
      return node.text;
    case RuleType.paragraph:
      return <p>{drawNodes(node.children, options)}</p>;
    case RuleType.textFormatted: {
      const Tag = node.tag as 'strong' | 'em' | 'del' | 'mark';
      return <Tag>{drawNodes(node.children, options)}</Tag>;
    }
    case RuleType.breakLine:
      return <br />;
    case RuleType.breakThematic:
      return <hr />;
    case RuleType.codeInline:
      return <code className="rounded-sm bg-raised px-1 py-0.5 font-mono text-[0.875em]">{node.text}</code>;
    case RuleType.codeBlock:
      return <CodeBlock code={node.text} language={node.lang ?? ''} whole={options.codeIsWhole} />;
    case RuleType.link:
      return <SafeLink href={node.target}>{drawNodes(node.children, options)}</SafeLink>;
    case RuleType.image:
      // A picture from elsewhere would tell its server that it was read: its words stand for it.
      return node.alt ? <span className="text-muted-foreground">[{node.alt}]</span> : null;
    case RuleType.heading: {
      const Tag = headings[node.level - 1] ?? 'h6';
      return <Tag className={`mt-2 font-semibold ${headingStyles[node.level - 1] ?? 'text-sm'}`}>{drawNodes(node.children, options)}</Tag>;
    }
    case RuleType.blockQuote:
      return <blockquote className="grid gap-2 border-s-2 ps-4 text-muted-foreground">{drawNodes(node.children, options)}</blockquote>;
    case RuleType.unorderedList:
      return <ul className="list-disc space-y-1 ps-6">{node.items.map((item, index) => drawItem(item, options, index))}</ul>;
    case RuleType.orderedList:
      return (
        <ol start={node.start} className="list-decimal space-y-1 ps-6">
          {node.items.map((item, index) => drawItem(item, options, index))}
        </ol>
      );
    case RuleType.gfmTask:
      return <TaskMark done={node.completed} />;
    case RuleType.table:
      return <Table node={node} options={options} />;
    case RuleType.footnoteReference:
      return <sup>{node.text}</sup>;
    case RuleType.frontmatter:
      return <p className="whitespace-pre-wrap">{node.text}</p>;
    case RuleType.refCollection:
      return Object.entries(node.refs).map(([name, { target }]) =>
        name.startsWith('^') ? (
          <p key={name} className="text-sm text-muted-foreground">
            {name.slice(1)}: {target}
          </p>
        ) : null,
      );
    default:
      return null;
  }
}

function drawNodes(nodes: Node[], options: Options): ReactNode[] {
  return nodes.map((node, index) => <Fragment key={index}>{drawNode(node, options)}</Fragment>);
}

/** Draws Markdown. Loads nothing and runs nothing that the text names; HTML in it is shown as it was written. */
export function drawMarkdown(source: string, options: Options): ReactNode[] {
  // Notes stand below the text, and the parser gives them first.
  const nodes = parser(source, parsing);
  return drawNodes(
    [...nodes].sort((one, other) => Number(one.type === RuleType.refCollection) - Number(other.type === RuleType.refCollection)),
    options,
  );
}
