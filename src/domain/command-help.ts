/** What can be said by mail, for the person. Every line has words around its example, so that the mail itself tells nothing when it comes back. */
export const commandHelp = `You can write to your own address with "Afterword" as the first word of the subject, one line for each thing, or say the same in an answer to a digest:

"status" asks how things stand.
"pause 2w" or "pause until Monday" holds everything; "resume" goes on.
"offer from XYZ, answer by Friday" tells of an offer; then "accepted XYZ" and "signed with XYZ".
"let XYZ go" declines an offer, "withdrew from XYZ" ends a candidacy that you withdrew from.
"break up XYZ" asks for a last mail to XYZ.
"note XYZ: they opened an office in Leeds" keeps a note, and an occasion to write.
"why 3" in an answer to a digest tells why line 3 stands there.
The common words are known in German, French, Spanish, Dutch and Portuguese too.

A mail of theirs that I missed: forward it to yourself with the subject "Afterword add".`;
