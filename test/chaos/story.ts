/** What the person said yes to, as it stood before their eyes. */
export type Approval = {
  readonly from: string;
  readonly to: string;
  readonly text: string;
  /** Message-ID of the answer. */
  readonly by: string;
  /** Milliseconds of real time. */
  readonly at: number;
};

/** What happened around the program, written down by those who did it. */
export type Story = {
  readonly approvals: Approval[];
  /** Message-IDs of the answers to digests, and whose they are. */
  readonly answers: { readonly id: string; readonly by: string }[];
  /** Mails of employers: Message-ID, the person, and the firm. */
  readonly fromEmployers: {
    readonly id: string;
    readonly to: string;
    readonly firm: string;
    readonly isNo: boolean;
  }[];
  /** Message-IDs of mails that the person asked to be sent again, or said were sent. */
  readonly words: { readonly messageId: string; readonly said: "send again" | "was sent" }[];
};

/** Nothing has happened yet. */
export const newStory = (): Story => ({ approvals: [], answers: [], fromEmployers: [], words: [] });
