-- AlterTable
ALTER TABLE "soul_versions" ADD COLUMN     "restored_from" INTEGER;

-- AlterTable
ALTER TABLE "souls" ADD COLUMN     "rewrite_attempt" UUID,
ADD COLUMN     "rewrite_begun_at" TIMESTAMPTZ(3);

-- A soul whose text stands in no version gets it as one, so that every history begins with a text that can be brought back.
INSERT INTO "soul_versions" ("id", "agent_id", "owner_id", "version", "content", "author", "reason", "created_at")
SELECT gen_random_uuid(), s."agent_id", s."owner_id", s."version", s."content", 'template', 'The first soul', s."updated_at"
FROM "souls" s
WHERE NOT EXISTS (SELECT 1 FROM "soul_versions" v WHERE v."agent_id" = s."agent_id" AND v."version" = s."version");
