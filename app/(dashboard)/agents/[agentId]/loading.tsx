import { Skeleton } from '@/components/ui/surface';

/** Stands below the heading of an agent while a part of it is fetched: where a title, a sentence and a list will be. */
export default function Loading() {
  return (
    <div className="mx-auto grid w-full max-w-3xl content-start gap-6 px-4 py-7 sm:px-8 sm:py-9">
      <div className="grid gap-2">
        <Skeleton className="h-7 w-36" />
        <Skeleton className="h-5 w-full max-w-md" />
      </div>
      <Skeleton className="h-9" />
      <Skeleton className="h-72" />
    </div>
  );
}
