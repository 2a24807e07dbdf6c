import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from './table';

// Charts are drawings: pages allow no style of a single element, so that shares are widths and heights inside of an SVG.

const COLUMN = 4;
const GAP = 1;
const HEIGHT = 100;
/** What is there is seen, however small beside the largest. */
const LEAST = 1;

type ColumnChartProps = {
  /** What the drawing says, in words. */
  label: string;
  columns: readonly { name: string; value: number }[];
  /** The largest value, as people read it. */
  top: string;
  start: string;
  end: string;
  className?: string;
};

/** Values in their order, such as one a day. */
export function ColumnChart({ label, columns, top, start, end, className }: ColumnChartProps) {
  const largest = Math.max(...columns.map(({ value }) => value), 0);
  const width = columns.length * COLUMN;
  return (
    <div className={classNames('grid gap-1.5 text-caption text-muted-foreground tabular-nums', className)}>
      <span aria-hidden>{top}</span>
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="h-40 w-full border-b border-border-strong rtl:-scale-x-100"
      >
        {columns.map(({ name, value }, index) => {
          const height = value === 0 || largest === 0 ? 0 : Math.max(LEAST, (value / largest) * HEIGHT);
          return (
            <g key={name} className="group/column">
              <rect x={index * COLUMN} width={COLUMN} height={HEIGHT} className="fill-transparent group-hover/column:fill-raised" />
              <rect
                x={index * COLUMN + GAP / 2}
                y={HEIGHT - height}
                width={COLUMN - GAP}
                height={height}
                className="fill-chart-1 forced-colors:fill-[Highlight]"
              />
              <title>{name}</title>
            </g>
          );
        })}
      </svg>
      <span aria-hidden className="flex justify-between">
        <span>{start}</span>
        <span>{end}</span>
      </span>
    </div>
  );
}

type ShareBarsProps = { label: string; bars: readonly { name: string; value: number; text: string }[]; className?: string };

/** Values beside each other, the largest as long as there is room. The words beside the bars are for eyes; the table says them. */
export function ShareBars({ label, bars, className }: ShareBarsProps) {
  const largest = Math.max(...bars.map(({ value }) => value), 0);
  return (
    <div role="img" aria-label={label} className={classNames('grid gap-3', className)}>
      {bars.map(({ name, value, text }) => (
        <div key={name} className="grid gap-1">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4 text-label">
            <span className="min-w-0 wrap-anywhere">{name}</span>
            <span className="text-muted-foreground tabular-nums">{text}</span>
          </div>
          <svg aria-hidden viewBox="0 0 100 4" preserveAspectRatio="none" className="block h-2 w-full rounded-full rtl:-scale-x-100">
            <rect width="100" height="4" className="fill-pressed forced-colors:fill-[GrayText]" />
            <rect
              width={largest === 0 ? 0 : Math.max(LEAST, (value / largest) * 100)}
              height="4"
              className="fill-chart-1 forced-colors:fill-[Highlight]"
            />
          </svg>
        </div>
      ))}
    </div>
  );
}

type ChartTableProps = {
  /** What opens it. */
  summary: string;
  label: string;
  heads: readonly string[];
  /** A name, and figures in the order of the other heads. */
  rows: readonly (readonly [string, ...string[]])[];
};

/** The figures behind a chart: every chart has them below. */
export function ChartTable({ summary, label, heads, rows }: ChartTableProps) {
  return (
    <details className="group/table">
      <summary className="flex min-h-control w-fit items-center gap-1.5 rounded-md pe-2 text-label font-medium text-accent-strong select-none [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-4 transition-transform duration-state group-open/table:rotate-90 rtl:rotate-180" />
        {summary}
      </summary>
      <div className="pt-2">
        <Table label={label}>
          <TableHead>
            <TableRow>
              {heads.map((head, index) => (
                <TableHeading key={head} numeric={index > 0}>
                  {head}
                </TableHeading>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map(([name, ...figures]) => (
              <TableRow key={name}>
                <TableHeading scope="row" className="min-w-32 font-normal whitespace-normal">
                  {name}
                </TableHeading>
                {figures.map((figure, index) => (
                  <TableCell key={heads[index + 1]} numeric>
                    {figure}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
    </details>
  );
}

/** A chart with its name and the figures behind it. */
export function ChartCard({ title, note, action, children }: { title: string; note?: string; action?: ReactNode; children: ReactNode }) {
  return (
    <section className="grid grid-cols-1 content-start gap-4 rounded-lg border bg-surface p-4 sm:p-5">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="grid min-w-0 gap-0.5">
          <h3 className="text-title font-semibold">{title}</h3>
          {note && <p className="text-label text-muted-foreground">{note}</p>}
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}
