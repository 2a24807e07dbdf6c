import { takeFolderLock } from '../embedded/folder-lock';

// Program of the lock tests: holds the socket named by its argument until it is killed.
const { lock } = await takeFolderLock(process.argv[2]!);
lock?.announce('ready', null);
process.send?.('held');
setInterval(() => {}, 60_000);
