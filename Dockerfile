# One image for every process. Alone it is a whole install, as `npm start` is, with its data in the volume /data:
#   docker build -t selfclaw .
#   docker run -p 127.0.0.1:3000:3000 -v selfclaw:/data selfclaw
# compose.yaml runs the same image as separate processes on PostgreSQL: dist/migrate.js, dist/web.js, dist/worker.js.

FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --include=dev
COPY . .
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1
# Without development packages afterwards; the last step notes that what is left is what package-lock.json asks for.
RUN node scripts/build.mjs \
  && npm prune --omit=dev --ignore-scripts \
  && rm -rf .next/cache \
  && node -e "import('/app/scripts/dependencies.mjs').then(({ ensureDependencies }) => ensureDependencies(() => () => {}))"

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
COPY --from=build /app ./
# The start writes its lock into dist, and Next.js its cache into .next; everything else stays root's.
RUN mkdir -p /data && chown -R node:node /data dist .next
USER node
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/selfclaw/v1/gateway/health`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "scripts/start.mjs"]
