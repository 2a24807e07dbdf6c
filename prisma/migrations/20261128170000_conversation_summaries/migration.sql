-- AlterTable
ALTER TABLE "conversations" ADD COLUMN     "compacting_id" UUID,
ADD COLUMN     "compacting_until" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "messages" ADD COLUMN     "prompt" JSONB,
ADD COLUMN     "prompt_texts" BYTEA;

-- CreateTable
CREATE TABLE "conversation_summaries" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "agent_id" BIGINT NOT NULL,
    "conversation_id" BIGINT NOT NULL,
    "until_sequence" INTEGER NOT NULL,
    "at_sequence" INTEGER NOT NULL,
    "messages" INTEGER NOT NULL,
    "covered_tokens" INTEGER NOT NULL,
    "tokens" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "conversation_summaries_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "conversation_summaries_conversation_id_until_sequence_key" ON "conversation_summaries"("conversation_id", "until_sequence");

-- AddForeignKey
ALTER TABLE "conversation_summaries" ADD CONSTRAINT "conversation_summaries_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Compressed already; PostgreSQL would only try once more.
ALTER TABLE "messages" ALTER COLUMN "prompt_texts" SET STORAGE EXTERNAL;
