/** How the person runs the program, which every hint begins with: from the folder that they cloned (README). Without "npx" their shell finds nothing. */
export const programCall = "npx afterword";
