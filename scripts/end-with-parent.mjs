// Loaded before a program that is not ours: it must not outlive the supervisor that started it.
process.on('disconnect', () => process.exit(0));
// A channel with a listener for its end alone does not keep the process alive.
process.channel?.unref?.();
