/** What can be said by mail, for the person. Every line has words around its example, so that the mail itself tells nothing when it comes back. */
export const commandHelp = `What you can say in an answer to a digest, with the number of the line first:

A draft: "1 ok" sends it, "1 skip" leaves it out, "1 later friday" asks again then, "1: shorter, please" makes a new version, "1 send:" sends the text that you write behind it.
A question: "4 yes" or "4 no"; "4 at friday 14:00" says when an interview is.
What was read wrongly: "4 is rejection" (or offer, invitation, no news, nothing), "move 4 to 2", "merge 5 into 2", "split 5"; "undo 4" takes it back.
A candidacy: "5 close", "5 reopen", "3 every 10 days", "3 as usual", "2 no more", "5 small company".
Why a line stands there: "why 3".

You can also write to your own address with "Afterword" as the first word of the subject, one line for each thing, or say the same in an answer to a digest:

"status" asks how things stand.
"pause 2w" or "pause until Monday" holds everything; "resume" goes on.
"offer from XYZ, answer by Friday" tells of an offer; then "accepted XYZ" and "signed with XYZ".
"let XYZ go" declines an offer, "withdrew from XYZ" ends a candidacy that you withdrew from.
"break up XYZ" asks for a last mail to XYZ.
"note XYZ: they opened an office in Leeds" keeps a note, and an occasion to write.
The common words are known in German, French, Spanish, Dutch and Portuguese too.

A mail of theirs that I missed: forward it to yourself with the subject "Afterword add".`;
