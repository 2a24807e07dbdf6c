'use client';

import type { ComponentProps } from 'react';
import { defaultRehypePlugins, Streamdown, type StreamdownProps } from 'streamdown';

/** A node of the tree of a reply, as far as it matters here. */
type TreeNode = { type: string; value?: string; children?: TreeNode[] };

function showAsText(node: TreeNode): void {
  for (const child of node.children ?? []) {
    if (child.type === 'raw') child.type = 'text';
    showAsText(child);
  }
}

/** HTML inside a reply is shown as it was written and never becomes part of the page. */
const rawAsText = () => showAsText;

function SafeLink({ href, children }: ComponentProps<'a'> & { node?: unknown }) {
  if (!href || !/^(https?:|mailto:)/i.test(href)) return <span>{children}</span>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow" className="text-accent-strong underline underline-offset-3">
      {children}
    </a>
  );
}

/** A picture from elsewhere would tell its server that it was read: its words stand for it. */
function ImageAsWords({ alt }: ComponentProps<'img'> & { node?: unknown }) {
  return alt ? <span className="text-muted-foreground">[{alt}]</span> : null;
}

const components: StreamdownProps['components'] = { a: SafeLink, img: ImageAsWords };
const rehypePlugins: StreamdownProps['rehypePlugins'] = [rawAsText, defaultRehypePlugins.sanitize!];
const controls: StreamdownProps['controls'] = {
  table: { copy: true, download: false, fullscreen: false },
  code: { copy: true, download: false },
  mermaid: false,
  image: false,
};

/** Markdown of a reply, whole or still growing. Loads nothing and runs nothing that the reply names. */
export function RichText({ content, growing }: { content: string; growing: boolean }) {
  return (
    <Streamdown
      mode={growing ? 'streaming' : 'static'}
      parseIncompleteMarkdown={growing}
      isAnimating={growing}
      components={components}
      rehypePlugins={rehypePlugins}
      controls={controls}
      lineNumbers={false}
      linkSafety={{ enabled: false }}
      className={growing && content !== '' ? 'reply-caret' : undefined}
    >
      {content}
    </Streamdown>
  );
}
