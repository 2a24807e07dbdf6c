CREATE EXTENSION IF NOT EXISTS vector;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "agents" (
    "id" BIGINT NOT NULL,
    "owner_id" UUID NOT NULL,
    "created_by_partner_id" UUID,
    "adopted_at" TIMESTAMPTZ(3),
    "name" TEXT NOT NULL,
    "icon" TEXT NOT NULL DEFAULT 'bot',
    "emoji" TEXT,
    "description" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL DEFAULT 'active',
    "public_key" TEXT NOT NULL,
    "persona_template" TEXT,
    "interests" TEXT[],
    "topics_to_watch" TEXT[],
    "personal_context" TEXT,
    "social_handles" JSONB NOT NULL DEFAULT '{}',
    "enabled_skills" TEXT[],
    "humor_style" TEXT,
    "premium_model" TEXT,
    "preferred_language" TEXT,
    "webhook_url" TEXT,
    "webhook_secret" BYTEA,
    "telegram_bot_username" TEXT,
    "telegram_notification_level" TEXT NOT NULL DEFAULT 'important',
    "spawning_status" TEXT,
    "onboarding" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agent_growth" (
    "agent_id" BIGINT NOT NULL,
    "owner_id" UUID NOT NULL,
    "user_messages" INTEGER NOT NULL DEFAULT 0,
    "user_characters" BIGINT NOT NULL DEFAULT 0,
    "conversations" INTEGER NOT NULL DEFAULT 0,
    "total_tokens" BIGINT NOT NULL DEFAULT 0,
    "total_cost_micro_usd" BIGINT NOT NULL DEFAULT 0,
    "last_active_at" TIMESTAMPTZ(3),

    CONSTRAINT "agent_growth_pkey" PRIMARY KEY ("agent_id")
);

-- CreateTable
CREATE TABLE "token_quotas" (
    "agent_id" BIGINT NOT NULL,
    "owner_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "used" INTEGER NOT NULL DEFAULT 0,
    "reserved" INTEGER NOT NULL DEFAULT 0,
    "cost_micro_usd" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "token_quotas_pkey" PRIMARY KEY ("agent_id","day")
);

-- CreateTable
CREATE TABLE "model_calls" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "agent_id" BIGINT NOT NULL,
    "message_id" UUID,
    "call_type" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "input_tokens" INTEGER NOT NULL,
    "output_tokens" INTEGER NOT NULL,
    "cost_micro_usd" BIGINT NOT NULL,
    "latency_ms" INTEGER NOT NULL,
    "first_token_ms" INTEGER,
    "finish_reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "model_calls_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "souls" (
    "agent_id" BIGINT NOT NULL,
    "owner_id" UUID NOT NULL,
    "content" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "souls_pkey" PRIMARY KEY ("agent_id")
);

-- CreateTable
CREATE TABLE "soul_versions" (
    "id" UUID NOT NULL,
    "agent_id" BIGINT NOT NULL,
    "owner_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "soul_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agent_events" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "agent_id" BIGINT NOT NULL,
    "type" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "details" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agent_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tasks" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "agent_id" BIGINT NOT NULL,
    "skill_id" TEXT NOT NULL,
    "task_type" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "risk_level" TEXT NOT NULL,
    "priority" INTEGER NOT NULL DEFAULT 1,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "payload" JSONB NOT NULL DEFAULT '{}',
    "result" JSONB,
    "error" TEXT,
    "requires_approval" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "approved_at" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3),
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "tasks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agent_wallets" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "agent_id" BIGINT NOT NULL,
    "address" TEXT NOT NULL,
    "chain" TEXT NOT NULL,
    "gas_received" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agent_wallets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "poc_scores" (
    "agent_id" BIGINT NOT NULL,
    "owner_id" UUID NOT NULL,
    "total_score" INTEGER NOT NULL,
    "grade" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,
    "percentile" INTEGER NOT NULL,
    "breakdown" JSONB NOT NULL DEFAULT '{}',
    "computed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "poc_scores_pkey" PRIMARY KEY ("agent_id")
);

-- CreateTable
CREATE TABLE "reflections" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "agent_id" BIGINT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'processing',
    "clarity_before" INTEGER,
    "clarity_after" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "reflections_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "wallet_address" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "install" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "install_id" TEXT NOT NULL,
    "operator_wallet" TEXT,

    CONSTRAINT "install_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "user_agent" TEXT,
    "ip_address" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_challenges" (
    "nonce" TEXT NOT NULL,
    "challenge" TEXT NOT NULL,
    "address" TEXT,
    "chain_id" INTEGER NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_challenges_pkey" PRIMARY KEY ("nonce")
);

-- CreateTable
CREATE TABLE "partners" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "partners_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_keys" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "partner_id" UUID,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agent_grants" (
    "agent_id" BIGINT NOT NULL,
    "partner_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agent_grants_pkey" PRIMARY KEY ("agent_id","partner_id")
);

-- CreateTable
CREATE TABLE "idempotency_records" (
    "principal" VARCHAR(80) NOT NULL,
    "key_hash" BYTEA NOT NULL,
    "request_hash" BYTEA NOT NULL,
    "status" INTEGER,
    "answer" BYTEA,
    "lease_expires_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_records_pkey" PRIMARY KEY ("principal","key_hash")
);

-- CreateTable
CREATE TABLE "rate_limit_windows" (
    "key" VARCHAR(160) NOT NULL,
    "window_start" TIMESTAMPTZ(3) NOT NULL,
    "used" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "rate_limit_windows_pkey" PRIMARY KEY ("key","window_start")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "id" UUID NOT NULL,
    "owner_id" UUID,
    "agent_id" BIGINT,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "details" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversations" (
    "id" BIGINT NOT NULL,
    "owner_id" UUID NOT NULL,
    "agent_id" BIGINT NOT NULL,
    "title" TEXT,
    "message_count" INTEGER NOT NULL DEFAULT 0,
    "last_sequence" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_message_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "conversations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "messages" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "agent_id" BIGINT NOT NULL,
    "conversation_id" BIGINT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'completed',
    "content" TEXT NOT NULL DEFAULT '',
    "reply_to_id" UUID,
    "superseded_at" TIMESTAMPTZ(3),
    "dedupe_hash" BYTEA,
    "error_code" TEXT,
    "error" TEXT,
    "tool_calls" JSONB,
    "suggested_chips" TEXT[],
    "memories_used" JSONB NOT NULL DEFAULT '[]',
    "model" TEXT,
    "provider" TEXT,
    "tier" TEXT,
    "finish_reason" TEXT,
    "input_tokens" INTEGER NOT NULL DEFAULT 0,
    "output_tokens" INTEGER NOT NULL DEFAULT 0,
    "cost_micro_usd" BIGINT NOT NULL DEFAULT 0,
    "latency_ms" INTEGER,
    "first_token_ms" INTEGER,
    "reserved_tokens" INTEGER NOT NULL DEFAULT 0,
    "quota_day" DATE,
    "lease_owner" TEXT,
    "lease_expires_at" TIMESTAMPTZ(3),
    "stop_requested_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "completed_at" TIMESTAMPTZ(3),
    "search" tsvector,

    CONSTRAINT "messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memories" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "agent_id" BIGINT NOT NULL,
    "content" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "confidence" REAL NOT NULL DEFAULT 0.8,
    "importance" REAL NOT NULL DEFAULT 0.5,
    "mention_count" INTEGER NOT NULL DEFAULT 1,
    "pinned" BOOLEAN NOT NULL DEFAULT false,
    "status" TEXT NOT NULL DEFAULT 'active',
    "superseded_by_id" UUID,
    "source" TEXT NOT NULL,
    "source_message_id" UUID,
    "embedder_id" TEXT,
    "embedding" vector(512),
    "search" tsvector,
    "version" INTEGER NOT NULL DEFAULT 1,
    "last_mentioned_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "memories_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memory_revisions" (
    "id" UUID NOT NULL,
    "memory_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "agent_id" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB NOT NULL,
    "actor" TEXT NOT NULL,
    "source_message_id" UUID,
    "undone_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "memory_revisions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "agents_public_key_key" ON "agents"("public_key");

-- CreateIndex
CREATE INDEX "agents_owner_id_created_at_idx" ON "agents"("owner_id", "created_at");

-- CreateIndex
CREATE INDEX "agents_created_by_partner_id_owner_id_idx" ON "agents"("created_by_partner_id", "owner_id");

-- CreateIndex
CREATE INDEX "model_calls_agent_id_created_at_idx" ON "model_calls"("agent_id", "created_at");

-- CreateIndex
CREATE INDEX "model_calls_message_id_idx" ON "model_calls"("message_id");

-- CreateIndex
CREATE UNIQUE INDEX "soul_versions_agent_id_version_key" ON "soul_versions"("agent_id", "version");

-- CreateIndex
CREATE INDEX "agent_events_agent_id_created_at_idx" ON "agent_events"("agent_id", "created_at");

-- CreateIndex
CREATE INDEX "tasks_agent_id_created_at_idx" ON "tasks"("agent_id", "created_at");

-- CreateIndex
CREATE INDEX "tasks_agent_id_status_idx" ON "tasks"("agent_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "agent_wallets_agent_id_chain_key" ON "agent_wallets"("agent_id", "chain");

-- CreateIndex
CREATE INDEX "reflections_agent_id_created_at_idx" ON "reflections"("agent_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "users_wallet_address_key" ON "users"("wallet_address");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE INDEX "sessions_expires_at_idx" ON "sessions"("expires_at");

-- CreateIndex
CREATE INDEX "sign_in_challenges_expires_at_idx" ON "sign_in_challenges"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "partners_name_key" ON "partners"("name");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_secret_hash_key" ON "api_keys"("secret_hash");

-- CreateIndex
CREATE INDEX "api_keys_owner_id_idx" ON "api_keys"("owner_id");

-- CreateIndex
CREATE INDEX "api_keys_partner_id_idx" ON "api_keys"("partner_id");

-- CreateIndex
CREATE INDEX "agent_grants_partner_id_owner_id_idx" ON "agent_grants"("partner_id", "owner_id");

-- CreateIndex
CREATE INDEX "idempotency_records_expires_at_idx" ON "idempotency_records"("expires_at");

-- CreateIndex
CREATE INDEX "rate_limit_windows_window_start_idx" ON "rate_limit_windows"("window_start");

-- CreateIndex
CREATE INDEX "audit_entries_owner_id_created_at_idx" ON "audit_entries"("owner_id", "created_at");

-- CreateIndex
CREATE INDEX "conversations_agent_id_last_message_at_idx" ON "conversations"("agent_id", "last_message_at");

-- CreateIndex
CREATE INDEX "messages_agent_id_created_at_idx" ON "messages"("agent_id", "created_at");

-- CreateIndex
CREATE INDEX "messages_reply_to_id_idx" ON "messages"("reply_to_id");

-- CreateIndex
CREATE UNIQUE INDEX "messages_conversation_id_sequence_key" ON "messages"("conversation_id", "sequence");

-- CreateIndex
CREATE INDEX "memories_agent_id_status_created_at_idx" ON "memories"("agent_id", "status", "created_at");

-- CreateIndex
CREATE INDEX "memories_source_message_id_idx" ON "memories"("source_message_id");

-- CreateIndex
CREATE INDEX "memory_revisions_memory_id_created_at_idx" ON "memory_revisions"("memory_id", "created_at");

-- AddForeignKey
ALTER TABLE "agents" ADD CONSTRAINT "agents_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agents" ADD CONSTRAINT "agents_created_by_partner_id_fkey" FOREIGN KEY ("created_by_partner_id") REFERENCES "partners"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agent_growth" ADD CONSTRAINT "agent_growth_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agents"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "token_quotas" ADD CONSTRAINT "token_quotas_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agents"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_calls" ADD CONSTRAINT "model_calls_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agents"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "souls" ADD CONSTRAINT "souls_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agents"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "soul_versions" ADD CONSTRAINT "soul_versions_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "souls"("agent_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agent_events" ADD CONSTRAINT "agent_events_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agents"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agents"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agent_wallets" ADD CONSTRAINT "agent_wallets_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agents"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poc_scores" ADD CONSTRAINT "poc_scores_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agents"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reflections" ADD CONSTRAINT "reflections_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agents"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partners"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agent_grants" ADD CONSTRAINT "agent_grants_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agents"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agent_grants" ADD CONSTRAINT "agent_grants_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partners"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agents"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memories" ADD CONSTRAINT "memories_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agents"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memory_revisions" ADD CONSTRAINT "memory_revisions_memory_id_fkey" FOREIGN KEY ("memory_id") REFERENCES "memories"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- What the schema language cannot say. Partial indexes stay out of Prisma's drift detection.

-- Replies that somebody works on or that a dead process left: the sweep and the order inside a conversation read these.
CREATE INDEX "messages_open_idx" ON "messages" ("conversation_id", "sequence") WHERE "status" IN ('queued', 'processing');
CREATE INDEX "messages_lease_idx" ON "messages" ("lease_expires_at") WHERE "status" IN ('queued', 'processing');
CREATE INDEX "messages_search_idx" ON "messages" USING gin ("search") WHERE "search" IS NOT NULL;
CREATE INDEX "memories_search_idx" ON "memories" USING gin ("search") WHERE "search" IS NOT NULL;

-- A vector of 512 components is just over the size that PostgreSQL moves out of the row, and every search reads it.
ALTER TABLE "memories" ALTER COLUMN "embedding" SET STORAGE PLAIN;

ALTER TABLE "install" ADD CONSTRAINT "install_single_row" CHECK ("id" = 1);
ALTER TABLE "agents" ADD CONSTRAINT "agents_id_exact" CHECK ("id" BETWEEN 1 AND 9007199254740991);
ALTER TABLE "agents" ADD CONSTRAINT "agents_status_known" CHECK ("status" IN ('active', 'paused'));
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_id_exact" CHECK ("id" BETWEEN 1 AND 9007199254740991);
ALTER TABLE "messages" ADD CONSTRAINT "messages_role_known" CHECK ("role" IN ('user', 'assistant', 'system'));
ALTER TABLE "messages" ADD CONSTRAINT "messages_status_known" CHECK ("status" IN ('queued', 'processing', 'completed', 'stopped', 'error'));
ALTER TABLE "messages" ADD CONSTRAINT "messages_open_is_leased" CHECK ("status" NOT IN ('queued', 'processing') OR "lease_expires_at" IS NOT NULL);
ALTER TABLE "memories" ADD CONSTRAINT "memories_status_known" CHECK ("status" IN ('active', 'superseded', 'archived', 'deleted'));
ALTER TABLE "memories" ADD CONSTRAINT "memories_category_known" CHECK ("category" IN ('identity', 'preference', 'goal', 'interest', 'context', 'fact', 'emotion', 'relationship'));
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_status_known" CHECK ("status" IN ('pending', 'approved', 'running', 'completed', 'failed', 'rejected'));
ALTER TABLE "token_quotas" ADD CONSTRAINT "token_quotas_not_negative" CHECK ("used" >= 0 AND "reserved" >= 0);
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_kind_known" CHECK ("kind" IN ('personal', 'partner', 'agent') AND (("kind" = 'partner') = ("partner_id" IS NOT NULL)));
