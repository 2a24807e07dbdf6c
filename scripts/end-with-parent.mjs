// Loaded before a program that is not ours: neither it nor what it forks may outlive the supervisor that started it.
process.on('disconnect', () => process.exit(0));
