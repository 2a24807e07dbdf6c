import { pathNotFound } from '@/lib/api/other-methods';

// Keeps next-auth's catch-all, one level up, from answering for paths of this API.
export {
  pathNotFound as GET,
  pathNotFound as POST,
  pathNotFound as PUT,
  pathNotFound as PATCH,
  pathNotFound as DELETE,
  pathNotFound as OPTIONS,
};
