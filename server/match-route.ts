/** A path's handlers by method, as a route file exports them. */
export type RouteModule = Record<string, unknown>;

type Node = { fixed: Map<string, Node>; parameter?: { name: string; node: Node }; rest?: RouteModule; module?: RouteModule };

export type RouteMatch = { module: RouteModule; params: Record<string, string> };

const emptyNode = (): Node => ({ fixed: new Map() });

function insert(root: Node, path: string, module: RouteModule): void {
  let node = root;
  for (const segment of path.split('/').filter(Boolean)) {
    if (segment.startsWith('[...')) {
      node.rest = module;
      return;
    }
    if (segment.startsWith('[')) {
      node.parameter ??= { name: segment.slice(1, -1), node: emptyNode() };
      node = node.parameter.node;
    } else {
      const next = node.fixed.get(segment) ?? emptyNode();
      node.fixed.set(segment, next);
      node = next;
    }
  }
  node.module = module;
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

function find(node: Node, segments: readonly string[], index: number, params: Record<string, string>): RouteModule | undefined {
  const segment = segments[index];
  if (segment === undefined) return node.module;
  const fixed = node.fixed.get(segment);
  const exact = fixed && find(fixed, segments, index + 1, params);
  if (exact) return exact;
  if (node.parameter) {
    const value = decode(segment);
    const below = value === undefined ? undefined : find(node.parameter.node, segments, index + 1, params);
    if (below && value !== undefined) {
      params[node.parameter.name] = value;
      return below;
    }
  }
  return node.rest;
}

/** Builds a matcher of paths in the form of route folders: fixed words before `[name]` before `[...rest]`. */
export function createRouteMatcher(routes: readonly { path: string; module: RouteModule }[]): (pathname: string) => RouteMatch | undefined {
  const root = emptyNode();
  for (const route of routes) insert(root, route.path, route.module);
  return (pathname) => {
    const params: Record<string, string> = {};
    const segments = pathname.split('/').filter(Boolean);
    const module = find(root, segments, 0, params);
    return module && { module, params };
  };
}
