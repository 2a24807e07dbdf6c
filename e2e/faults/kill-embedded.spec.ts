import { registerKillTests } from './kills';

registerKillTests('embedded');
