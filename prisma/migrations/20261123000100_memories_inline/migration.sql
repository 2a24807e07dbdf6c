-- Vectors stand inside their rows, which makes rows longer than the 2 KB at which PostgreSQL moves what it may out of them: the text,
-- its words and even the embedder's name, so that ranking fetched each of them for every memory. Rows of up to 4 KB now stay whole.
ALTER TABLE "memories" SET (toast_tuple_target = 4080);

-- Writes the rows that exist anew, with their values inside.
UPDATE "memories" SET "content" = "content" || '', "search" = "search" || ''::tsvector, "embedder_id" = "embedder_id" || '';
