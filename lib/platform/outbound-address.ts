import ipaddr from 'ipaddr.js';

/** All of today's public IPv6: what is handed out of 2000::/3 and has no special meaning. */
const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number];

/**
 * Whether an address is one of the open internet: not loopback, private, link-local, shared, multicast, reserved, and no form of IPv6 that
 * carries an IPv4 address inside (mapped, compatible, NAT64, 6to4, Teredo), which would lead back to any of these.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || (parsed as ipaddr.IPv6).match(GLOBAL_IPV6);
}

/** The address that a URL names outright, without the brackets of IPv6; undefined for a name. */
export function literalAddress(hostname: string): string | undefined {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return ipaddr.isValid(bare) ? bare : undefined;
}
