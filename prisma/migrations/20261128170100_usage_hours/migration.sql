-- CreateTable
CREATE TABLE "usage_hours" (
    "agent_id" BIGINT NOT NULL,
    "owner_id" UUID NOT NULL,
    "hour" TIMESTAMPTZ(0) NOT NULL,
    "call_type" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "finish_reason" TEXT NOT NULL,
    "calls" INTEGER NOT NULL,
    "input_tokens" BIGINT NOT NULL,
    "output_tokens" BIGINT NOT NULL,
    "cost_micro_usd" BIGINT NOT NULL,
    "latency_ms" BIGINT NOT NULL,

    CONSTRAINT "usage_hours_pkey" PRIMARY KEY ("agent_id","hour","call_type","provider","model","finish_reason")
);

-- CreateIndex
CREATE INDEX "usage_hours_hour_idx" ON "usage_hours"("hour");

-- AddForeignKey
ALTER TABLE "usage_hours" ADD CONSTRAINT "usage_hours_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agents"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The calls that were recorded before.
INSERT INTO "usage_hours" ("agent_id", "owner_id", "hour", "call_type", "provider", "model", "finish_reason", "calls", "input_tokens",
  "output_tokens", "cost_micro_usd", "latency_ms")
SELECT "agent_id", "owner_id", date_trunc('hour', "created_at", 'UTC'), "call_type", "provider", "model", "finish_reason", count(*),
  sum("input_tokens"), sum("output_tokens"), sum("cost_micro_usd"), sum("latency_ms")
FROM "model_calls" GROUP BY 1, 2, 3, 4, 5, 6, 7;
