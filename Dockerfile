FROM node:24-slim

WORKDIR /app
ENV NODE_ENV=production

# Dependencies first: they change less often than the program.
COPY package.json package-lock.json ./
RUN npm ci --omit=dev && npm cache clean --force

COPY src src
COPY workers workers
COPY prompts prompts

# The image's own unprivileged user. A volume mounted on /data takes over this owner.
RUN install --directory --owner=node --group=node --mode=0700 /data
USER node
ENV AFTERWORD_DATA=/data AFTERWORD_HOST=0.0.0.0 AFTERWORD_PORT=8484
VOLUME /data
EXPOSE 8484

HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.AFTERWORD_PORT + '/health').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]

# SIGTERM drains: work in hand is finished, the rest is left to the next start.
CMD ["node", "src/main.ts"]
