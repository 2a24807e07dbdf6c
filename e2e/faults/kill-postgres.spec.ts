import { registerKillTests } from './kills';

registerKillTests('own-postgres');
