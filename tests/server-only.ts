// Stands in for the `server-only` marker, which only a bundler that knows server and browser can honour.
export {};
