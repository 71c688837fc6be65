/** How long the program waits for servers here, in milliseconds and seconds: as in production, but a hundred times shorter. */
export const waits = {
  courier: { untilBody: 2_500, silence: 2_000, afterBody: 3_000 },
  mailboxes: {
    connectTimeout: 2_000,
    commandTimeout: 3_000,
    pollSeconds: 10,
    pollSentSeconds: 10,
    pollWithoutIdleSeconds: 5,
    reconnectSeconds: [0.2, 2],
  },
} as const;
