// A process that fails in the way that its first argument names, among listeners as Next.js adds them.
import { endOnFaults } from '@/lib/platform/faults';

endOnFaults();
process.on('uncaughtException', (error) => console.error('swallowed', error));
const { installProcessErrorHandlers } = await import('next/dist/server/node-environment-extensions/process-error-handlers.js');
installProcessErrorHandlers(false);

setTimeout(() => {
  const error = new Error(`no answer for Bearer ${process.env.XAI_API_KEY}`);
  if (process.argv[2] === 'exception') throw error;
  void Promise.reject(error);
}, 10);
setTimeout(() => process.exit(0), 300);
