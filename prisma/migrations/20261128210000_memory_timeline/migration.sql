-- CreateIndex
CREATE INDEX "memory_revisions_agent_id_created_at_id_idx" ON "memory_revisions"("agent_id", "created_at", "id");
