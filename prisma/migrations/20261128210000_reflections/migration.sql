-- AlterTable
ALTER TABLE "agents" ADD COLUMN     "reflection_begun_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "reflections" ADD COLUMN     "archive" JSONB,
ADD COLUMN     "attempts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "contradictions_resolved" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "cost_micro_usd" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "draft" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "error" TEXT,
ADD COLUMN     "input_tokens" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "latency_ms" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "memories_after" INTEGER,
ADD COLUMN     "memories_before" INTEGER,
ADD COLUMN     "merges" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "output_tokens" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "quota_day" DATE,
ADD COLUMN     "report" JSONB,
ADD COLUMN     "reserved_tokens" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "soul_rewritten" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "step" TEXT NOT NULL DEFAULT 'reading',
ADD COLUMN     "tasks_proposed" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "triggered_by" TEXT NOT NULL DEFAULT 'owner',
ADD COLUMN     "undone_at" TIMESTAMPTZ(3),
ADD COLUMN     "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- At most one open pass an agent, whatever else goes wrong.
CREATE UNIQUE INDEX "reflections_open_key" ON "reflections"("agent_id") WHERE "status" = 'processing';

-- Passes that exist count for the pause between two.
UPDATE "agents" a SET "reflection_begun_at" = r.at
FROM (SELECT "agent_id", max("created_at") AS at FROM "reflections" WHERE "status" <> 'failed' GROUP BY 1) r WHERE r."agent_id" = a."id";
