import pg from 'pg';

// Program of the concurrency tests: load-client URL MODE COUNT SEED. Prints what it saw as one line of JSON.
const [url, mode, countText, seed] = process.argv.slice(2) as [string, string, string, string];
const count = Number(countText);
const pool = new pg.Pool({ connectionString: url, max: 10 });
const seen = { right: 0, wrong: 0, errors: [] as string[] };
const big = 'x'.repeat(100_000);

async function fails(work: Promise<unknown>, code: string): Promise<boolean> {
  return work.then(
    () => false,
    (error: { code?: string }) => error.code === code,
  );
}

async function query(index: number): Promise<boolean> {
  const tag = `${seed}-${index}`;
  switch (index % 6) {
    case 0: {
      const { rows } = await pool.query('select $1::text || $3::text as t, $2::int as n', [tag, index, big]);
      return rows[0].t === tag + big && rows[0].n === index;
    }
    case 1: {
      const { rows } = await pool.query('select $2::text as t, $1::int as n, $3::jsonb as j', [index, tag, { a: index }]);
      return rows[0].t === tag && rows[0].j.a === index;
    }
    case 2:
      return fails(pool.query('select $1::int / 0', [index]), '22012');
    case 3:
      return fails(pool.query('selec $1', [index]), '42601');
    case 4: {
      // The same names in every process, with different texts.
      const { rows } = await pool.query({
        name: `q${index % 4}`,
        text: `select $1::text as t, '${seed}' as s, ${index % 4} as z`,
        values: [tag],
      });
      return rows[0].t === tag && rows[0].s === seed && rows[0].z === index % 4;
    }
    default: {
      const { rows } = await pool.query('select g, $1::text as t from generate_series(1, $2::int) g', [tag, 50]);
      return rows.length === 50 && rows[49].t === tag;
    }
  }
}

async function transfer(index: number): Promise<boolean> {
  const client = await pool.connect();
  try {
    const [from, to] = [1 + ((index * 7 + Number(seed)) % 10), 1 + ((index * 3 + Number(seed) + 1) % 10)];
    await client.query('begin');
    await client.query('select v from account where id = any($1) order by id for update', [[from, to]]);
    await client.query('update account set v = v - 1 where id = $1', [from]);
    await client.query('update account set v = v + 1 where id = $1', [to]);
    await client.query('insert into transfer (src, k) values ($1, $2)', [seed, index]);
    await client.query(index % 10 === 9 ? 'rollback' : 'commit');
    return true;
  } finally {
    client.release();
  }
}

async function claim(index: number): Promise<boolean> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query('select id from job where done_by is null order by id limit 1 for update skip locked');
    if (rows[0]) await client.query('update job set done_by = $2, times = times + 1 where id = $1', [rows[0].id, `${seed}-${index}`]);
    await client.query('commit');
    return true;
  } finally {
    client.release();
  }
}

const work = { query, transfer, claim }[mode];
if (!work) throw new Error(`unknown mode ${mode}`);
let next = 0;
const lane = async (): Promise<void> => {
  while (next < count) {
    const index = next;
    next += 1;
    try {
      seen[(await work(index)) ? 'right' : 'wrong'] += 1;
    } catch (error) {
      seen.errors.push(String(error));
    }
  }
};
await Promise.all(Array.from({ length: 10 }, lane));
await pool.end();
process.stdout.write(`${JSON.stringify(seen)}\n`, () => process.exit(0));
