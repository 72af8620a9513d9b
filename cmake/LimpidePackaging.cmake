# cmake --install and the .deb: the program, its data beside it, its manual and completions.
install(DIRECTORY ${LIMPIDE_SHARE}/ DESTINATION ${CMAKE_INSTALL_DATADIR}/limpide)
install(FILES LICENSE README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})

# Written by the program itself, from the same table as --help.
install(CODE "
  set(program \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_BINDIR}/limpide\")
  set(share \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_DATADIR}\")
  foreach(folder man/man1 bash-completion/completions zsh/vendor-completions fish/vendor_completions.d)
    file(MAKE_DIRECTORY \"\${share}/\${folder}\")
  endforeach()
  execute_process(COMMAND \"\${program}\" manual OUTPUT_FILE \"\${share}/man/man1/limpide.1\" COMMAND_ERROR_IS_FATAL ANY)
  execute_process(COMMAND \"\${program}\" completion bash OUTPUT_FILE \"\${share}/bash-completion/completions/limpide\" COMMAND_ERROR_IS_FATAL ANY)
  execute_process(COMMAND \"\${program}\" completion zsh OUTPUT_FILE \"\${share}/zsh/vendor-completions/_limpide\" COMMAND_ERROR_IS_FATAL ANY)
  execute_process(COMMAND \"\${program}\" completion fish OUTPUT_FILE \"\${share}/fish/vendor_completions.d/limpide.fish\" COMMAND_ERROR_IS_FATAL ANY)
")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME limpide)
set(CPACK_PACKAGE_CONTACT "Limpide <limpide@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "plain-language checker for French administrative letters")
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
include(CPack)
