'use client';

import {
  hashKey,
  type InfiniteData,
  infiniteQueryOptions,
  type QueryClient,
  type QueryKey,
  queryOptions,
  useInfiniteQuery,
  type UseInfiniteQueryOptions,
  useMutation,
  type UseMutationOptions,
  useQuery,
  useQueryClient,
  type UseQueryOptions,
} from '@tanstack/react-query';
import { useState } from 'react';
import type { ApiError } from './api-error';
import { type CallInput, createClient, type Route } from './client';
import type { Endpoint, ReadAnswerOf } from './endpoint';
import { useKnown } from './use-hydrated';

/** The browser's client: same origin, by cookie. */
export const api = createClient();

type LooseInput = { params?: object; query?: object };

function normalized(values: object | undefined): Record<string, string> {
  const entries = Object.entries(values ?? {}).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

/**
 * The key of an endpoint's answer. Without a query it is the prefix of all its answers for these parameters,
 * without an input of all its answers.
 */
export function queryKey(target: Route, input: LooseInput = {}): QueryKey {
  if (!input.params && !input.query) return [target.path];
  if (!input.query) return [target.path, normalized(input.params)];
  return [target.path, normalized(input.params), normalized(input.query)];
}

/** Options of a query of an endpoint: its key and how it is read. */
export function endpointQuery<E extends Endpoint>(target: Route<E>, input: CallInput<E>) {
  const read = api.call as (target: Route, input: object) => Promise<ReadAnswerOf<E>>;
  return queryOptions<ReadAnswerOf<E>, ApiError>({
    queryKey: queryKey(target, input as LooseInput),
    queryFn: ({ signal }) => read(target, { ...input, signal }),
  });
}

/** Options of a query that grows by pages; `next` gives the query of the page after one, or undefined. */
export function endpointPages<E extends Endpoint>(
  target: Route<E>,
  input: CallInput<E>,
  next: (page: ReadAnswerOf<E>, pages: ReadAnswerOf<E>[]) => Record<string, string | number> | undefined,
) {
  type Page = ReadAnswerOf<E>;
  type Turn = Record<string, string | number>;
  const read = api.call as (target: Route, input: object) => Promise<Page>;
  const given = input as LooseInput;
  return infiniteQueryOptions<Page, ApiError, InfiniteData<Page, Turn>, QueryKey, Turn>({
    queryKey: queryKey(target, { ...given, query: { ...given.query, pages: 'all' } }),
    queryFn: ({ signal, pageParam }) => read(target, { ...input, query: { ...given.query, ...pageParam }, signal }),
    initialPageParam: {},
    getNextPageParam: next,
  });
}

/** What the server drew a page with, by the client that took the page over. */
const drawnAnswers = new WeakMap<QueryClient, Map<string, unknown>>();

/** Gives a query the answer that the server draws the page with, read when it is the first; one that the query has already stays. */
export function seedQuery(client: QueryClient, key: QueryKey, read: () => unknown): void {
  const drawn = drawnAnswers.get(client) ?? new Map<string, unknown>();
  drawnAnswers.set(client, drawn);
  if (drawn.has(hashKey(key))) return;
  const answer = read();
  drawn.set(hashKey(key), answer);
  if (client.getQueryData(key) === undefined) client.setQueryData(key, answer);
}

/** {@link seedQuery} for the part of a page that was given an answer; it counts once. `toData` makes of it what the query keeps. */
export function useAnswerOfServer<Answer>(
  key: QueryKey,
  answer: Answer | undefined,
  toData: (answer: Answer) => unknown = (answer) => answer,
): void {
  const client = useQueryClient();
  useState(() => {
    if (answer !== undefined) seedQuery(client, key, () => toData(answer));
  });
}

const nothingKnown = {
  data: undefined,
  error: null,
  status: 'pending',
  fetchStatus: 'fetching',
  isPending: true,
  isLoading: true,
  isFetching: true,
  isSuccess: false,
  isError: false,
  isPlaceholderData: false,
  hasNextPage: false,
  isFetchingNextPage: false,
};
const answered = { ...nothingKnown, status: 'success', isPending: false, isLoading: false, isSuccess: true };

/**
 * The result of a query, and until this part of the page has taken over the server's markup what the server knew of it: a part that
 * loads behind others takes over after queries were answered, and must then draw what the server drew.
 */
export function useAsDrawn<Result extends { refetch: unknown; data?: unknown; isFetching?: boolean }>(
  result: Result,
  { queryKey, initialData, select }: { queryKey: QueryKey; initialData?: unknown; select?: (answer: never) => unknown },
): Result {
  const client = useQueryClient();
  const answer = drawnAnswers.get(client)?.get(hashKey(queryKey)) ?? initialData;
  if (useKnown(answer !== undefined && !select && answer === result.data && !result.isFetching)) return result;
  const drawn = answer === undefined ? nothingKnown : { ...answered, data: select ? select(answer as never) : answer };
  return { ...drawn, refetch: result.refetch } as unknown as Result;
}

type QueryExtras<E extends Endpoint, Selected> = Omit<UseQueryOptions<ReadAnswerOf<E>, ApiError, Selected>, 'queryKey' | 'queryFn'>;

/** Server state of an endpoint that reads. */
export function useEndpointQuery<E extends Endpoint, Selected = ReadAnswerOf<E>>(
  target: Route<E>,
  input: CallInput<E>,
  options: QueryExtras<E, Selected> = {},
) {
  const query = { ...endpointQuery(target, input), ...options } as UseQueryOptions<ReadAnswerOf<E>, ApiError, Selected>;
  return useAsDrawn(useQuery(query), query);
}

/** Server state that grows by pages: {@link endpointPages}, with how it is to be shown. */
export function useEndpointPages<Page, Selected, Turn>(
  options: UseInfiniteQueryOptions<Page, ApiError, Selected, QueryKey, Turn>,
): ReturnType<typeof useInfiniteQuery<Page, ApiError, Selected, QueryKey, Turn>> {
  return useAsDrawn(useInfiniteQuery(options), options);
}

type MutationExtras<E extends Endpoint, Variables, Context> = Omit<
  UseMutationOptions<ReadAnswerOf<E>, ApiError, Variables, Context>,
  'mutationFn'
>;

type AfterWrite<Answer> = { onSuccess?: (answer: Answer) => unknown; onError?: (error: ApiError) => unknown };

/**
 * A write. `toInput` makes the call's input from what the screen gives. What `mutate` is told to do afterwards is done only while the part
 * of the page that called stands, and for its last call; what `mutateAndTell` is told, in any case: a row that is gone still says so.
 */
export function useEndpointMutation<E extends Endpoint, Variables = CallInput<E>, Context = unknown>(
  target: Route<E>,
  toInput: (variables: Variables) => CallInput<E> & { idempotencyKey?: string },
  options: MutationExtras<E, Variables, Context> = {},
) {
  const write = api.call as (target: Route, input: object) => Promise<ReadAnswerOf<E>>;
  const mutation = useMutation<ReadAnswerOf<E>, ApiError, Variables, Context>({
    ...options,
    mutationFn: (variables) => write(target, toInput(variables)),
  });
  const mutateAndTell = (variables: Variables, { onSuccess, onError = () => undefined }: AfterWrite<ReadAnswerOf<E>>) =>
    void mutation.mutateAsync(variables).then(onSuccess, onError);
  return { ...mutation, mutateAndTell };
}
