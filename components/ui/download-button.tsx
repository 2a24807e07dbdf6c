'use client';

import { Download } from 'lucide-react';
import { Button, type ButtonProps } from './button';

/** Gives a text as a file, made in the browser. */
function saveAs(text: string, fileName: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1_000);
}

/** Keeps a text as a file. */
export function DownloadButton({ text, fileName, label, ...props }: ButtonProps & { text: string; fileName: string; label: string }) {
  return (
    <Button variant="secondary" size="small" onClick={() => saveAs(text, fileName)} {...props}>
      <Download aria-hidden />
      {label}
    </Button>
  );
}
