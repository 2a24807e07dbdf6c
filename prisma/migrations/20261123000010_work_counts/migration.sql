-- CreateTable
CREATE TABLE "work_counts" (
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "count" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "work_counts_pkey" PRIMARY KEY ("kind","name","outcome")
);
