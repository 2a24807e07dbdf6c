-- CreateTable
CREATE TABLE "memory_imports" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "agent_id" BIGINT NOT NULL,
    "format" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_hash" BYTEA NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'reading',
    "conversations" INTEGER NOT NULL,
    "messages" INTEGER NOT NULL,
    "messages_read" INTEGER NOT NULL DEFAULT 0,
    "unread_count" INTEGER NOT NULL DEFAULT 0,
    "older_count" INTEGER NOT NULL DEFAULT 0,
    "surplus_count" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "outcome" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "memory_imports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memory_import_messages" (
    "import_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "owner_id" UUID NOT NULL,
    "agent_id" BIGINT NOT NULL,
    "title" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "said_at" TIMESTAMPTZ(3),

    CONSTRAINT "memory_import_messages_pkey" PRIMARY KEY ("import_id","position")
);

-- CreateTable
CREATE TABLE "memory_candidates" (
    "id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "agent_id" BIGINT NOT NULL,
    "words_hash" BYTEA NOT NULL,
    "content" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "confidence" REAL NOT NULL,
    "importance" REAL NOT NULL,
    "mentions" INTEGER NOT NULL DEFAULT 1,
    "said_at" TIMESTAMPTZ(3),
    "title" TEXT NOT NULL,
    "excerpt" TEXT NOT NULL,
    "standing" TEXT NOT NULL,
    "memory_id" UUID,
    "embedder_id" TEXT,
    "embedding" vector(512),

    CONSTRAINT "memory_candidates_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "memory_imports_agent_id_created_at_idx" ON "memory_imports"("agent_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "memory_candidates_import_id_words_hash_key" ON "memory_candidates"("import_id", "words_hash");

-- The same file is read once at a time.
CREATE UNIQUE INDEX "memory_imports_open_key" ON "memory_imports"("agent_id", "file_hash") WHERE "status" IN ('reading', 'ready');

-- AddForeignKey
ALTER TABLE "memory_imports" ADD CONSTRAINT "memory_imports_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agents"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memory_import_messages" ADD CONSTRAINT "memory_import_messages_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "memory_imports"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memory_candidates" ADD CONSTRAINT "memory_candidates_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "memory_imports"("id") ON DELETE CASCADE ON UPDATE CASCADE;
