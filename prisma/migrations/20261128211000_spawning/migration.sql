-- CreateTable
CREATE TABLE "spawnings" (
    "agent_id" BIGINT NOT NULL,
    "owner_id" UUID NOT NULL,
    "research" JSONB,
    "knowledge_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "spawnings_pkey" PRIMARY KEY ("agent_id")
);

-- CreateTable
CREATE TABLE "spawning_steps" (
    "agent_id" BIGINT NOT NULL,
    "owner_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "begun" INTEGER NOT NULL DEFAULT 0,
    "error_code" TEXT,

    CONSTRAINT "spawning_steps_pkey" PRIMARY KEY ("agent_id","step")
);

-- CreateTable
CREATE TABLE "knowledge_gaps" (
    "agent_id" BIGINT NOT NULL,
    "owner_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "inferred_value" TEXT,
    "confirmed_value" TEXT,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "knowledge_gaps_pkey" PRIMARY KEY ("agent_id","field")
);

-- CreateTable
CREATE TABLE "raised_gaps" (
    "conversation_id" BIGINT NOT NULL,
    "agent_id" BIGINT NOT NULL,
    "field" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "raised_gaps_pkey" PRIMARY KEY ("conversation_id")
);

-- CreateIndex
CREATE INDEX "raised_gaps_agent_id_field_idx" ON "raised_gaps"("agent_id", "field");

-- AddForeignKey
ALTER TABLE "spawnings" ADD CONSTRAINT "spawnings_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agents"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "spawning_steps" ADD CONSTRAINT "spawning_steps_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "spawnings"("agent_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "knowledge_gaps" ADD CONSTRAINT "knowledge_gaps_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "spawnings"("agent_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "raised_gaps" ADD CONSTRAINT "raised_gaps_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "raised_gaps" ADD CONSTRAINT "raised_gaps_agent_id_field_fkey" FOREIGN KEY ("agent_id", "field") REFERENCES "knowledge_gaps"("agent_id", "field") ON DELETE CASCADE ON UPDATE CASCADE;


