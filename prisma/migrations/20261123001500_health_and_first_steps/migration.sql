-- AlterTable
ALTER TABLE "users" ADD COLUMN     "first_steps_dismissed_at" TIMESTAMPTZ(3),
ADD COLUMN     "memory_seen_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "worker_heartbeats" (
    "id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "worker_heartbeats_pkey" PRIMARY KEY ("id")
);
