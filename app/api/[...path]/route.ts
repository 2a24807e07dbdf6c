import { pathNotFound } from '@/lib/api/other-methods';

// Unknown paths answer in the shape of the contract.
export {
  pathNotFound as GET,
  pathNotFound as POST,
  pathNotFound as PUT,
  pathNotFound as PATCH,
  pathNotFound as DELETE,
  pathNotFound as OPTIONS,
};
