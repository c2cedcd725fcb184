/** From so many projects on they are built in threads: fewer are done before a second thread has loaded the program. */
export const manyProjects = 24;
