// Before an integration file loads the application, it has a database of its own in DATABASE_URL.
import { inject } from 'vitest';
import { createTestDatabase } from './database';

const source = inject('databaseSource');
const database = await createTestDatabase(source);
process.env.DATABASE_URL = database.url;
process.env.TEST_DATABASE = source.kind;
