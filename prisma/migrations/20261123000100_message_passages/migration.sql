-- AlterTable
ALTER TABLE "messages" ADD COLUMN "speaker" TEXT;

-- CreateTable
CREATE TABLE "message_passages" (
    "message_id" UUID NOT NULL,
    "part" SMALLINT NOT NULL,
    "owner_id" UUID NOT NULL,
    "agent_id" BIGINT NOT NULL,
    "conversation_id" BIGINT NOT NULL,
    "place" INTEGER NOT NULL,
    "speaker" TEXT NOT NULL,
    "said_at" TIMESTAMPTZ(3) NOT NULL,
    "words" tsvector,
    "embedder_id" TEXT NOT NULL,
    "embedding" vector(512),

    CONSTRAINT "message_passages_pkey" PRIMARY KEY ("message_id","part")
);

-- CreateIndex
CREATE UNIQUE INDEX "message_passages_agent_id_conversation_id_place_key" ON "message_passages"("agent_id", "conversation_id", "place");

-- AddForeignKey
ALTER TABLE "message_passages" ADD CONSTRAINT "message_passages_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "messages"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Every search reads all vectors of an agent, so they stay in their rows. Words are looked up in their index and never read.
ALTER TABLE "message_passages" ALTER COLUMN "embedding" SET STORAGE PLAIN;
CREATE INDEX "message_passages_words_idx" ON "message_passages" USING gin ("words") WHERE "words" IS NOT NULL;
