-- CreateTable
CREATE TABLE "knowledge" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "agent_id" BIGINT NOT NULL,
    "title" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "source" TEXT NOT NULL DEFAULT 'text',
    "source_name" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "chunk_count" INTEGER NOT NULL DEFAULT 0,
    "index_failed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "knowledge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "knowledge_chunks" (
    "knowledge_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "owner_id" UUID NOT NULL,
    "agent_id" BIGINT NOT NULL,
    "heading" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "withheld" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "knowledge_chunks_pkey" PRIMARY KEY ("knowledge_id","position")
);

-- CreateTable
CREATE TABLE "knowledge_windows" (
    "knowledge_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "owner_id" UUID NOT NULL,
    "agent_id" BIGINT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "words" tsvector,
    "embedder_id" TEXT,
    "embedding" vector(512),

    CONSTRAINT "knowledge_windows_pkey" PRIMARY KEY ("knowledge_id","place")
);

-- CreateIndex
CREATE INDEX "knowledge_agent_id_created_at_idx" ON "knowledge"("agent_id", "created_at");

-- CreateIndex
CREATE INDEX "knowledge_windows_agent_id_idx" ON "knowledge_windows"("agent_id");

-- AddForeignKey
ALTER TABLE "knowledge" ADD CONSTRAINT "knowledge_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agents"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "knowledge_chunks" ADD CONSTRAINT "knowledge_chunks_knowledge_id_fkey" FOREIGN KEY ("knowledge_id") REFERENCES "knowledge"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "knowledge_windows" ADD CONSTRAINT "knowledge_windows_knowledge_id_position_fkey" FOREIGN KEY ("knowledge_id", "position") REFERENCES "knowledge_chunks"("knowledge_id", "position") ON DELETE CASCADE ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "messages" ADD COLUMN "knowledge_used" JSONB NOT NULL DEFAULT '[]';

-- Every search reads all vectors of an agent, so they stay in their rows. Words are looked up in their index and never read.
ALTER TABLE "knowledge_windows" ALTER COLUMN "embedding" SET STORAGE PLAIN;
CREATE INDEX "knowledge_windows_words_idx" ON "knowledge_windows" USING gin ("words") WHERE "words" IS NOT NULL;

-- Where a text was used is asked on its page; most replies used none and stay out of the index.
CREATE INDEX "messages_knowledge_used_idx" ON "messages" USING gin ("knowledge_used" jsonb_path_ops) WHERE "knowledge_used" <> '[]';
