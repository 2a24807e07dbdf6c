'use client';

import {
  type InfiniteData,
  infiniteQueryOptions,
  type QueryKey,
  queryOptions,
  useMutation,
  type UseMutationOptions,
  useQuery,
  type UseQueryOptions,
} from '@tanstack/react-query';
import type { ApiError } from './api-error';
import { type CallInput, createClient, type Route } from './client';
import type { Endpoint, ReadAnswerOf } from './endpoint';

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

type QueryExtras<E extends Endpoint, Selected> = Omit<UseQueryOptions<ReadAnswerOf<E>, ApiError, Selected>, 'queryKey' | 'queryFn'>;

/** Server state of an endpoint that reads. */
export function useEndpointQuery<E extends Endpoint, Selected = ReadAnswerOf<E>>(
  target: Route<E>,
  input: CallInput<E>,
  options: QueryExtras<E, Selected> = {},
) {
  return useQuery<ReadAnswerOf<E>, ApiError, Selected>({
    ...endpointQuery(target, input),
    ...options,
  } as UseQueryOptions<ReadAnswerOf<E>, ApiError, Selected>);
}

type MutationExtras<E extends Endpoint, Variables, Context> = Omit<
  UseMutationOptions<ReadAnswerOf<E>, ApiError, Variables, Context>,
  'mutationFn'
>;

/** A write. `toInput` makes the call's input from what the screen gives. */
export function useEndpointMutation<E extends Endpoint, Variables = CallInput<E>, Context = unknown>(
  target: Route<E>,
  toInput: (variables: Variables) => CallInput<E> & { idempotencyKey?: string },
  options: MutationExtras<E, Variables, Context> = {},
) {
  const write = api.call as (target: Route, input: object) => Promise<ReadAnswerOf<E>>;
  return useMutation<ReadAnswerOf<E>, ApiError, Variables, Context>({
    ...options,
    mutationFn: (variables) => write(target, toInput(variables)),
  });
}
